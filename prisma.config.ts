import { defineConfig } from "prisma/config";

// The address of the database is given to the client and the migrations by the launcher.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
