export { appeal as POST } from "@/lib/accounts/handlers/appeal";
