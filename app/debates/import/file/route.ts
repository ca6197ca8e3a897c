export { importFile as POST } from "@/lib/interchange/handlers/import-file";
