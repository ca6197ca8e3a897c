export { signUp as POST } from "@/lib/accounts/handlers/sign-up";
