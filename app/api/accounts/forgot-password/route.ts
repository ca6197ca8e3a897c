export { forgotPassword as POST } from "@/lib/accounts/handlers/forgot-password";
