// Imported first by what the launcher starts: when the launcher is gone, even killed, so is this.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3000).unref();
});
process.channel?.unref();
