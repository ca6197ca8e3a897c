export { signInWith as POST } from "@/lib/accounts/handlers/sign-in-with";
