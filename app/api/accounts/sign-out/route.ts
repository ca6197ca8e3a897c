export { signOut as POST } from "@/lib/accounts/handlers/sign-out";
