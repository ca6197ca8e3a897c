export { erase as POST } from "@/lib/accounts/handlers/erase";
