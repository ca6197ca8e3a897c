import { describe, expect, test } from "vitest";
import {
  canChangeMotion,
  canCreateDebate,
  canEditBrief,
  canPublish,
  canRemoveEditor,
  canRemoveFact,
  canSeeEditors,
  type DebatePlace,
} from "@/lib/debates/editorship";
import { refused } from "@/lib/shared/permission";
import type { Viewer } from "@/lib/shared/viewer";

const granted = { granted: true };
const ann: Viewer = { id: 1, handle: "ann", name: "Ann", role: "MEMBER", emailVerified: true };
const moderator: Viewer = { ...ann, id: 9, role: "MODERATOR" };
const administrator: Viewer = { ...ann, id: 10, role: "ADMINISTRATOR" };
const reading: Viewer = { ...moderator, scopes: ["read"] };
const open: DebatePlace = { debateStatus: "OPEN", viewerIsEditor: true };
const draft: DebatePlace = { ...open, debateStatus: "DRAFT" };

describe("Making a debate", () => {
  const site = { by: "moderators", isNew: false } as const;
  test("moderators and administrators do, on any site", () => {
    for (const viewer of [moderator, administrator]) {
      expect(canCreateDebate(viewer, site)).toEqual(granted);
      expect(canCreateDebate(viewer, { by: "members", isNew: true })).toEqual(granted);
    }
  });
  test("a member does where the site says so, once they are not new", () => {
    expect(canCreateDebate(ann, site)).toEqual(refused("MODERATORS_ONLY"));
    expect(canCreateDebate(ann, { by: "members", isNew: false })).toEqual(granted);
    expect(canCreateDebate(ann, { by: "members", isNew: true })).toEqual(refused("TOO_NEW"));
  });
  test("a reader is asked to sign in, and a token needs its scope", () => {
    expect(canCreateDebate(null, site)).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canCreateDebate(reading, site)).toEqual(refused("SCOPE_MISSING"));
  });
});

describe("Editing a brief", () => {
  test("its editors and moderators do", () => {
    expect(canEditBrief(ann, open)).toEqual(granted);
    expect(canEditBrief(moderator, { ...open, viewerIsEditor: false })).toEqual(granted);
  });
  test("a member who is no editor of this debate does not", () =>
    expect(canEditBrief(ann, { ...open, viewerIsEditor: false })).toEqual(refused("NOT_ALLOWED")));
  test("a reader is asked to sign in, and a token needs its scope", () => {
    expect(canEditBrief(null, open)).toEqual(refused("SIGN_IN_REQUIRED"));
    expect(canEditBrief(reading, open)).toEqual(refused("SCOPE_MISSING"));
  });
  test("nobody who is silenced does", () => {
    const silenced = { ...ann, silenced: { entry: 7, until: 0, reason: "Insults." } };
    expect(canEditBrief(silenced, open)).toMatchObject({ because: "SILENCED" });
  });
  test("a closed debate's brief is still corrected, an archived one's is not", () => {
    expect(canEditBrief(ann, { ...open, debateStatus: "CLOSED" })).toEqual(granted);
    expect(canEditBrief(ann, { ...open, debateStatus: "ARCHIVED" })).toEqual(
      refused("DEBATE_NOT_OPEN"),
    );
  });
});

describe("Publishing", () => {
  test("a draft is opened once", () => {
    expect(canPublish(ann, draft)).toEqual(granted);
    expect(canPublish(ann, open)).toEqual(refused("ALREADY_PUBLISHED"));
  });
  test("the motion is fixed from then on, also for moderators", () => {
    expect(canChangeMotion(ann, draft)).toEqual(granted);
    expect(canChangeMotion(moderator, open)).toEqual(refused("MOTION_FIXED"));
  });
  test("who may not edit does neither", () => {
    const place = { ...draft, viewerIsEditor: false };
    for (const rule of [canPublish, canChangeMotion])
      expect(rule(ann, place)).toEqual(refused("NOT_ALLOWED"));
  });
});

describe("Removing a fact", () => {
  test("a draft's goes, unless an argument cites it", () => {
    expect(canRemoveFact(ann, { ...draft, cited: false })).toEqual(granted);
    expect(canRemoveFact(ann, { ...draft, cited: true })).toEqual(refused("FACT_CITED"));
  });
  test("a published one stays, cited or not", () => {
    for (const cited of [true, false])
      expect(canRemoveFact(moderator, { ...open, cited })).toEqual(refused("FACT_PUBLISHED"));
  });
});

describe("Seeing who edits", () => {
  test("is for editors and moderators", () => {
    expect(canSeeEditors(ann, open)).toEqual(granted);
    expect(canSeeEditors(moderator, { ...open, viewerIsEditor: false })).toEqual(granted);
    expect(canSeeEditors(ann, { ...open, viewerIsEditor: false })).toEqual(refused("NOT_ALLOWED"));
    expect(canSeeEditors(null, open)).toEqual(refused("SIGN_IN_REQUIRED"));
  });
});

describe("Taking the role of an editor away", () => {
  test("editors leave, and are removed by others", () => {
    expect(canRemoveEditor(ann, { ...open, editorId: 1, editors: 2 })).toEqual(granted);
    expect(canRemoveEditor(ann, { ...open, editorId: 2, editors: 2 })).toEqual(granted);
  });
  test("the last one does not leave by themselves, but a moderator can remove them", () => {
    const last = { ...open, editorId: 1, editors: 1 };
    expect(canRemoveEditor(ann, last)).toEqual(refused("LAST_EDITOR"));
    expect(canRemoveEditor(moderator, { ...last, viewerIsEditor: false })).toEqual(granted);
  });
});
