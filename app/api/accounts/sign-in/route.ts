export { signIn as POST } from "@/lib/accounts/handlers/sign-in";
