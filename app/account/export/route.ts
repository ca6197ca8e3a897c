export { exportData as GET } from "@/lib/accounts/handlers/export";
