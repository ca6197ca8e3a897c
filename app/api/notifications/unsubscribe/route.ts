export {
  getUnsubscribe as GET,
  postUnsubscribe as POST,
} from "@/lib/notifications/handlers/unsubscribe";
