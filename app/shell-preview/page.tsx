import { MessageSquare, Scale } from "lucide-react";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button, ButtonLink } from "@/components/ui/button";
import { Byline } from "@/components/ui/byline";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip, ChipLink } from "@/components/ui/chip";
import { CopyLinkButton } from "@/components/ui/copy-link-button";
import { Dialog } from "@/components/ui/dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { FormMessages } from "@/components/ui/form-messages";
import { PageHeading, SectionHeading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { Menu } from "@/components/ui/menu";
import { Notice, Status } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SegmentedLinks, TabLinks } from "@/components/ui/segments";
import { Select } from "@/components/ui/select";
import { ShowMore } from "@/components/ui/show-more";
import { Skeleton } from "@/components/ui/skeleton";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { Time } from "@/components/ui/time";
import { VoiceMark } from "@/components/ui/voice-mark";
import { SiteHeader } from "@/components/shell/site-header";

const seg = [
  { href: "/x?v=1", label: "Both", current: true },
  { href: "/x?v=2", label: "Supporting", current: false },
  { href: "/x?v=3", label: "Critical", current: false },
];

function Column({ voice }: { voice: "SUPPORT" | "OPPOSE" }) {
  const word = voice === "SUPPORT" ? "Supporting" : "Critical";
  return (
    <section>
      <h3 className="border-t-3 border-ink pt-2 text-lg">
        <VoiceMark voice={voice}>{word}</VoiceMark>
      </h3>
      <article className={`mt-6 border-s-3 ps-4 ${voice === "SUPPORT" ? "border-support-mark" : "border-oppose-mark"}`}>
        <p className="text-xs text-muted">1.2</p>
        <h4 className="font-serif text-lg">
          <a href="#x" className="no-underline hover:underline">A pause lowers the risk that one side reads preparation as attack</a>
        </h4>
        <p className="mt-2 text-sm">Operations that look like espionage to one side can look like the first step of an attack to the other. Standing down while talks go on removes that ambiguity.</p>
        <div className="mt-3 flex flex-wrap items-center gap-x-4 text-sm">
          <Button variant="link"><Icon as={Scale} />Weigh</Button>
          <Button variant="link"><Icon as={MessageSquare} />Discuss 12</Button>
          <CopyLinkButton href="/x" />
          <Menu id={`m-${voice}`} label="More"><li><a href="#a">History</a></li><li><button>Report</button></li></Menu>
        </div>
        <Byline name="Ana Petrović" href="/users/ana"><Time value="2026-11-03T14:05:00Z" precision="minute" /></Byline>
      </article>
    </section>
  );
}

export default async function Preview({ searchParams }: { searchParams: Promise<{ fail?: string }> }) {
  if ((await searchParams).fail) throw new Error("on purpose");
  return (
    <div className="space-y-12">
      <SiteHeader viewer={{ id: 1, handle: "a", name: "Ana Petrović-Montgomery", role: "ADMINISTRATOR", emailVerified: true }} />
      <Breadcrumbs crumbs={[{ href: "/debates", label: "Debates" }, { href: "/x", label: "Motion" }, { label: "2.1" }]} />
      <PageHeading kicker="United States, 28 February 2025" lead="Reported, and disputed by the Pentagon. Last checked 3 March 2025.">
        The United States should pause offensive cyber operations against Russia while talks continue
      </PageHeading>
      <TabLinks label="Debate" links={seg} />
      <SegmentedLinks label="Show" links={seg.map((s) => ({ ...s, href: s.href + "y" }))} />
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2"><Column voice="SUPPORT" /><Column voice="OPPOSE" /></div>
      <SectionHeading action={<a href="#y">See all 14</a>}>What is known</SectionHeading>
      <p className="flex flex-wrap gap-2"><Chip>Established</Chip><Chip>Archived</Chip><ChipLink href="/z" current>Open</ChipLink><ChipLink href="/z2">Closed</ChipLink></p>
      <p>The order was <span className="disputed">given in late February (disputed)</span>.</p>
      <form className="max-w-measure space-y-6">
        <FormMessages state={{ status: "error", message: "Something in the form needs another look. Nothing has been lost.", fieldErrors: { title: ["Enter a title."], reasons: ["Give at least one reason."] }, reference: "4F2A-91" }} />
        <TextField name="title" label="Your argument in one sentence" hint="Say one thing, so that others can answer it." errors={["Enter a title."]} />
        <TextArea name="reasons" label="Reasons" limit={2000} errors={["Give at least one reason."]} defaultValue="Because" />
        <TextField name="source" label="Source" optional />
        <Select name="kind" label="Kind" options={[{ value: "a", label: "Newspaper" }, { value: "b", label: "Official document" }]} />
        <RadioGroup name="stance" label="Does it support or oppose the motion?" choices={[{ value: "S", label: "Supports it" }, { value: "O", label: "Opposes it", hint: "It is a reason against" }]} />
        <Checkbox name="agree" label="Tell me about replies by e-mail" hint="At most once a day" />
        <div className="flex flex-wrap items-center gap-4"><SubmitButton>Post argument</SubmitButton><Button variant="quiet">Save draft</Button><Button disabled>Not yet</Button><ButtonLink href="/" variant="link">Leave</ButtonLink><Dialog trigger="Preview" title="How it will look">Text</Dialog></div>
      </form>
      <Notice title="This debate is closed">You can read all of it. New arguments are not taken.</Notice>
      <Status>Your vote is counted.</Status>
      <Disclosure summary="Timeline" open><p>28 February: reported.</p></Disclosure>
      <Markdown>{"## A heading\n\nWith **bold**, a [link](https://example.org), `code`, and a note[^1].\n\n> A quotation in serif, as a source would say it.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n- item\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![pic](https://e.org/a.png)\n\n[^1]: The note."}</Markdown>
      <EmptyState action={<ButtonLink href="/x" variant="quiet">Write the first argument</ButtonLink>}>Nobody has argued against this yet.</EmptyState>
      <Skeleton />
      <ShowMore href="/x?c=1" />
    </div>
  );
}
