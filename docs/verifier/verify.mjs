#!/usr/bin/env node
// A second verifier of Effektspor's bundles, written from docs/verify.md alone. Node 18 or newer, nothing else.
//
//   node verify.mjs BUNDLE [--key KEY] [--earlier CHECKPOINT] [--json]
//
// Exits with 0 when all is well, 1 when something is amiss, 2 when a file cannot be read. Speaks Danish, or English where
// EFFEKTSPOR_LANG, LC_ALL or LANG begins with en; faults have the names that docs/verify.md gives them.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import { readFileSync } from "node:fs";

const FORMAT = "effektspor-bundle/1";
const KINDS = ["header", "about", "key", "rotation", "catalogue", "checkpoint", "growth", "hashes", "event", "end"];
const ONCE = ["header", "about", "key", "checkpoint", "end"];
const NEEDED = ["header", "about", "key", "checkpoint", "event", "end"];
const HIDDEN = ["withheld", "erased", "unprovable"];

// ---- The form of the lines: the members of each kind, in their order.

const isText = (v) => typeof v === "string" && !/\p{Surrogate}/u.test(v);
const isTextOrNull = (v) => v === null || isText(v);
const isNumber = (v) => Number.isSafeInteger(v) && v >= 0 && !Object.is(v, -0);
const isIndex = (v) => isNumber(v) && v < 2 ** 31;
const listOf = (test) => (v) => Array.isArray(v) && v.every(test);
const isBase64 = (v) => isText(v) && Buffer.from(v, "base64").toString("base64") === v;
const isHash = (v) => isBase64(v) && Buffer.from(v, "base64").length === 32;
const isSalt = (v) => isText(v) && /^[\w-]{22}$/.test(v) && Buffer.from(v, "base64url").toString("base64url") === v;

const PROVED = {
  position: isNumber, eventId: isText, stream: isText, sequence: isNumber, aggregateType: isTextOrNull,
  recordedAt: isText, type: isText, revision: isTextOrNull, metaData: isBase64, payload: isBase64, path: listOf(isIndex),
};
const hasForm = (form) => (v) =>
  v !== null && typeof v === "object" && !Array.isArray(v) &&
  Object.keys(v).join() === Object.keys(form).join() && Object.entries(form).every(([name, test]) => test(v[name]));
const isShown = hasForm({ at: isText, salt: isSalt, text: isText });
const isHidden = hasForm({ at: isText, hidden: (v) => HIDDEN.includes(v) });

const FORMS = {
  header: { format: (v) => v === FORMAT, origin: isText, case: isText, madeAt: isText, events: isNumber, withheld: listOf(isText) },
  about: { text: isText },
  key: { key: isText },
  rotation: { handover: isText, growth: listOf(isText), ...PROVED },
  catalogue: { edition: isText, catalogue: isText, entry: isText, sha256: isText, content: isText },
  checkpoint: { note: isText },
  growth: { from: isNumber, path: listOf(isText) },
  hashes: { hashes: listOf(isHash) },
  event: { ...PROVED, texts: listOf((v) => isShown(v) || isHidden(v)) },
  end: { note: isText },
};

/** The line in these bytes, or null: its one form is what JSON.stringify writes for what was read. */
function parseLine(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const line = JSON.parse(text);
    const form = Object.hasOwn(FORMS, line.line) ? FORMS[line.line] : null;
    const good = form && hasForm({ line: isText, ...form })(line) && JSON.stringify(line) === text;
    return good ? line : null;
  } catch {
    return null;
  }
}

function parseFile(file) {
  const lines = [];
  for (let start = 0; start < file.length; ) {
    const end = file.indexOf(10, start);
    const content = end < 0 ? null : parseLine(file.subarray(start, end));
    lines.push({ number: lines.length + 1, offset: start, content });
    start = end < 0 ? file.length : end + 1;
  }
  return lines;
}

// ---- Hashes and proofs (RFC 9162, section 2.1).

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const node = (left, right) => sha256(Buffer.from([1]), left, right);

function envelope(event) {
  const fields = [
    event.eventId, event.stream, String(event.sequence), event.aggregateType, event.recordedAt, event.type, event.revision,
    Buffer.from(event.metaData, "base64"), Buffer.from(event.payload, "base64"),
  ];
  const parts = [Buffer.from("effektspor-event/1\n")];
  for (const field of fields) {
    const length = Buffer.alloc(4, 0xff);
    if (field === null) {
      parts.push(length);
    } else {
      const bytes = Buffer.isBuffer(field) ? field : Buffer.from(field);
      length.writeUInt32BE(bytes.length);
      parts.push(length, bytes);
    }
  }
  return Buffer.concat(parts);
}

const half = (n) => Math.floor(n / 2);

function inclusionProves(position, size, path, leaf, root) {
  if (position >= size) return false;
  let at = position, last = size - 1, hash = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = node(beside, hash);
      while (at % 2 === 0 && at !== 0) { at = half(at); last = half(last); }
    } else {
      hash = node(hash, beside);
    }
    at = half(at); last = half(last);
  }
  return last === 0 && hash.equals(root);
}

function growthProves(from, to, path, rootFrom, rootTo) {
  if (from > to) return false;
  if (from === to) return path.length === 0 && rootFrom.equals(rootTo);
  if (from === 0) return path.length === 0 && rootFrom.equals(sha256());
  const hashes = Number.isInteger(Math.log2(from)) ? [rootFrom, ...path] : path;
  if (hashes.length === 0) return false;
  let at = from - 1, last = to - 1;
  while (at % 2 === 1) { at = half(at); last = half(last); }
  let earlier = hashes[0], later = hashes[0];
  for (const beside of hashes.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      earlier = node(beside, earlier);
      later = node(beside, later);
      while (at % 2 === 0 && at !== 0) { at = half(at); last = half(last); }
    } else {
      later = node(later, beside);
    }
    at = half(at); last = half(last);
  }
  return last === 0 && earlier.equals(rootFrom) && later.equals(rootTo);
}

// ---- Signed notes, checkpoints and keys (C2SP). Each is read in one form only; null if it is not that.

// White space as Unicode has it, but for the spaces that do not break.
const isName = (name) => name.length > 0 && !/[\t-\r\x1c-\x1f \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000+]/.test(name);

function parseNote(note) {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n") || note.length === split + 2) return null;
  const signatures = [];
  for (const line of note.slice(split + 2, -1).split("\n")) {
    const space = line.indexOf(" ", 2);
    const name = line.slice(2, space), encoded = line.slice(space + 1);
    if (!line.startsWith("\u2014 ") || space < 0 || !isName(name) || !isBase64(encoded)) return null;
    const bytes = Buffer.from(encoded, "base64");
    if (bytes.length < 5) return null;
    signatures.push({ name, id: bytes.subarray(0, 4).toString("hex"), bytes: bytes.subarray(4) });
  }
  return { text: note.slice(0, split + 1), signatures };
}

function parseCheckpoint(text) {
  const lines = text.split("\n");
  const [origin, size, root] = lines;
  if (lines.length < 4 || lines.pop() !== "" || lines.some((line) => line === "")) return null;
  return /^(0|[1-9]\d{0,15})$/.test(size) && isHash(root) ? { origin, size: Number(size), root: Buffer.from(root, "base64") } : null;
}

function parseKey(text) {
  const [name, id, encoded] = [...text.split("+", 2), text.split("+").slice(2).join("+")];
  if (id === undefined || !isName(name) || !isBase64(encoded)) return null;
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  if (sha256(name, "\n", bytes).subarray(0, 4).toString("hex") !== id) return null;
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { text, name, id, der };
}

function hasSigned(key, note) {
  const own = note.signatures.filter((s) => s.name === key.name && s.id === key.id);
  return own.length > 0 && own.every((s) => {
    try {
      const publicKey = createPublicKey({ key: key.der, format: "der", type: "spki" });
      return s.bytes.length === 64 && verifySignature(null, Buffer.from(note.text), publicKey, s.bytes);
    } catch {
      return false;
    }
  });
}

// ---- Sealed texts.

/** The strings of a payload by JSON pointer; null if it is not one JSON object. */
function payloadStrings(bytes) {
  const strings = new Map();
  const walk = (value, at) => {
    if (typeof value === "string") strings.set(at, value);
    else if (value !== null && typeof value === "object") {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${at}/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`);
    }
  };
  try {
    const json = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    if (json === null || typeof json !== "object" || Array.isArray(json)) return null;
    walk(json, "");
    return strings;
  } catch {
    return null;
  }
}

const isSealed = (text) => /^(1\.[\w-]{38,}|2\.[\w-]{86,})$/.test(text);

function proves(salt, text, sealed) {
  if (!sealed.startsWith("2.")) return false;
  const commitment = Buffer.from(sealed.slice(2), "base64url").subarray(0, 32);
  return sha256(Buffer.from([2]), Buffer.from(salt, "base64url"), text).equals(commitment);
}

// ---- The checks, in the order of docs/verify.md.

/** What came of it; null if the file is no bundle of this format. */
export function verifyBundle(file, given, earlierNote) {
  const all = parseFile(file);
  const isOurs = ({ content }) => content?.line === "header" || (content?.line === "end" && content.note.startsWith(FORMAT + "\n"));
  if (!all.some(isOurs)) return null;
  const faults = [];
  const fault = (line, kind, event, at) => faults.push({ line, ...(event === undefined ? {} : { event }), ...(at === undefined ? {} : { at }), kind });

  const placed = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  let reached = -1, afterSpoilt = false, spoilt = false;
  for (const line of all) {
    if (line.content === null) {
      fault(line.number, "line-malformed");
      spoilt = afterSpoilt = true;
      continue;
    }
    const kind = line.content.line, place = KINDS.indexOf(kind);
    if (place < reached || (place === reached && ONCE.includes(kind))) {
      fault(line.number, "line-out-of-place");
    } else {
      reached = place;
      placed[kind].push({ ...line, afterSpoilt });
    }
    afterSpoilt = false;
  }
  NEEDED.filter((kind) => placed[kind].length === 0).forEach((kind) => fault(0, "line-missing", undefined, kind));
  const [header] = placed.header, [keyLine] = placed.key, [covering] = placed.checkpoint, [end] = placed.end;

  const noteOf = (line) => {
    const note = parseNote(line.content.note);
    if (!note) fault(line.number, "note-malformed");
    return note;
  };
  const note = covering ? noteOf(covering) : null;
  const checkpoint = note ? parseCheckpoint(note.text) : null;
  if (note && !checkpoint) fault(covering.number, "note-malformed");
  const hashes = placed.hashes.flatMap((line) => line.content.hashes).map((hash) => Buffer.from(hash, "base64"));
  const holds = (event) =>
    event.path.every((number) => number < hashes.length) &&
    inclusionProves(event.position, checkpoint.size, event.path.map((number) => hashes[number]), sha256(Buffer.from([0]), envelope(event)), checkpoint.root);
  const continues = (before, path) =>
    path.every(isHash) && growthProves(before.size, checkpoint.size, path.map((hash) => Buffer.from(hash, "base64")), before.root, checkpoint.root);

  const key = keyLine ? parseKey(keyLine.content.key) : null;
  if (keyLine && !key) fault(keyLine.number, "key-malformed");
  const earlierKeys = [];
  let next = key;
  for (const rotation of checkpoint ? [...placed.rotation].reverse() : []) {
    const previous = changeOfKey(rotation, next);
    if (previous) earlierKeys.unshift(previous);
    else fault(rotation.number, "rotation-untrue");
    next = previous;
  }

  /** The key before the next one, if the line proves that it was. */
  function changeOfKey({ number, content }, next) {
    if (!holds(content)) {
      fault(number, "event-not-in-ledger", content.sequence);
      return null;
    }
    const strings = payloadStrings(Buffer.from(content.payload, "base64"));
    const previous = strings && parseKey(strings.get("/previousKey") ?? "");
    const handover = parseNote(content.handover), both = handover && parseCheckpoint(handover.text);
    const good = previous && next && both && content.type === "ledger.key-rotated" && content.stream === "ledger" &&
      strings.get("/nextKey") === next.text && hasSigned(previous, handover) && hasSigned(next, handover) &&
      both.size > content.position && both.origin === checkpoint.origin && continues(both, content.growth);
    return good ? previous : null;
  }

  const follows = given && [key, ...earlierKeys].some((one) => one?.text === given.text);
  if (key && given && !follows) fault(keyLine.number, "key-not-the-given");
  if (checkpoint) {
    if (key && !hasSigned(key, note)) fault(covering.number, "checkpoint-not-signed");
    if (header && checkpoint.origin !== header.content.origin) fault(covering.number, "checkpoint-of-another-log");
  }
  for (const { number, content } of placed.catalogue) {
    if (sha256(content.content).toString("hex") !== content.sha256) fault(number, "catalogue-altered");
  }

  let sequence = -1, position = -1;
  for (const { number, content: event, afterSpoilt } of placed.event) {
    if (event.sequence !== sequence + 1 && !afterSpoilt) fault(number, "event-out-of-sequence", event.sequence);
    if (event.position <= position) fault(number, "event-before-the-last", event.sequence);
    sequence = event.sequence;
    position = event.position;
    if (header && event.stream !== header.content.case) fault(number, "event-of-another-case", event.sequence);
    if (!checkpoint) continue;
    if (!holds(event)) {
      fault(number, "event-not-in-ledger", event.sequence);
      continue;
    }
    const strings = payloadStrings(Buffer.from(event.payload, "base64"));
    if (!strings) {
      fault(number, "event-unreadable", event.sequence);
      continue;
    }
    const sealed = new Map([...strings].filter(([, text]) => isSealed(text)));
    for (const shown of event.texts) {
      if (!sealed.has(shown.at)) fault(number, "text-unknown", event.sequence, shown.at);
      else if (shown.hidden === undefined && !proves(shown.salt, shown.text, sealed.get(shown.at))) fault(number, "text-untrue", event.sequence, shown.at);
      sealed.delete(shown.at);
    }
    for (const at of sealed.keys()) fault(number, "text-untold", event.sequence, at);
  }
  if (header && !spoilt && header.content.events !== placed.event.length) fault(header.number, "events-miscounted");

  const endNote = end ? noteOf(end) : null;
  if (endNote) {
    if (endNote.signatures.length !== 1) fault(end.number, "note-malformed");
    if (key && !hasSigned(key, endNote)) fault(end.number, "bundle-not-signed");
    const hash = sha256(file.subarray(0, end.offset)).toString("base64");
    const whole = end.number === all.length && endNote.text === `${FORMAT}\n${header?.content.case}\n${header?.content.events}\n${hash}\n`;
    if (header && !whole) fault(end.number, "bundle-altered");
  }

  if (checkpoint && earlierNote) {
    const earlier = parseCheckpoint(earlierNote.text);
    if (![key, ...earlierKeys, given].some((one) => one && hasSigned(one, earlierNote))) fault(0, "earlier-not-signed");
    const growths = placed.growth.filter((line) => line.content.from === earlier.size);
    if (earlier.origin !== checkpoint.origin) fault(0, "earlier-of-another-log");
    else if (earlier.size === checkpoint.size) {
      if (!earlier.root.equals(checkpoint.root)) fault(0, "earlier-not-continued");
    } else if (growths.length === 0) fault(0, "earlier-without-proof");
    else if (!growths.some((line) => continues(earlier, line.content.path))) fault(0, "earlier-not-continued");
  }

  faults.sort((one, other) => one.line - other.line);
  const texts = placed.event.flatMap((line) => line.content.texts);
  return {
    sound: faults.length === 0,
    faults,
    case: header?.content.case ?? null,
    events: placed.event.length,
    size: checkpoint?.size ?? null,
    root: checkpoint?.root.toString("base64") ?? null,
    key: key?.text ?? null,
    keyGiven: Boolean(follows),
    shown: texts.filter((text) => text.hidden === undefined).length,
    ...Object.fromEntries(HIDDEN.map((reason) => [reason, texts.filter((text) => text.hidden === reason).length])),
  };
}

// ---- The command line.

const english = /^en/.test(process.env.EFFEKTSPOR_LANG || process.env.LC_ALL || process.env.LANG || "da");
const say = (danish, inEnglish) => (english ? inEnglish : danish);

function refuse(danish, inEnglish) {
  console.error(say(danish, inEnglish));
  process.exit(2);
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return refuse(`Filen ${file} kan ikke læses.`, `The file ${file} cannot be read.`);
  }
}

function main(args) {
  const options = {}, files = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--json") options.json = true;
    else if (args[i] === "--key" || args[i] === "--earlier") {
      if (i + 1 === args.length) refuse(`${args[i]} mangler sin værdi.`, `${args[i]} lacks its value.`);
      options[args[i].slice(2)] = args[++i];
    } else if (args[i].startsWith("--")) refuse(`Der er ingen ${args[i]}.`, `There is no ${args[i]}.`);
    else files.push(args[i]);
  }
  if (files.length === 0) {
    const options = "[--key KEY] [--earlier CHECKPOINT] [--json]";
    refuse(`Brug: node verify.mjs BUNDLE … ${options}`, `Usage: node verify.mjs BUNDLE … ${options}`);
  }
  const key = options.key && parseKey((options.key.includes("+") ? options.key : read(options.key).toString()).trim());
  if (options.key && !key) refuse(`${options.key} er ikke en nøgle.`, `${options.key} is not a key.`);
  const earlier = options.earlier && parseNote(read(options.earlier).toString());
  if (options.earlier && !(earlier && parseCheckpoint(earlier.text))) {
    refuse(`${options.earlier} er ikke et checkpoint.`, `${options.earlier} is not a checkpoint.`);
  }
  let worst = 0;
  for (const file of files) {
    const verdict = verifyBundle(read(file), key, earlier);
    if (options.json) console.log(JSON.stringify(verdict));
    else if (!verdict) {
      console.error(say(`${file} er ikke en bundle, som denne udgave kan læse.`, `${file} is not a bundle that this version can read.`));
    } else {
      const count = verdict.faults.length;
      console.log(verdict.sound ? say("ALT VEL", "ALL WELL") : say(`GALT: ${count} fejl`, `WRONG: ${count} faults`));
      for (const { line, event, at, kind } of verdict.faults) {
        const where = event === undefined ? "" : `, ${say("hændelse", "event")} ${event}`;
        console.log(`  ${say("linje", "line")} ${line}${where}${at ? `, ${at}` : ""}: ${kind}`);
      }
      const own = verdict.keyGiven ? "" : say(" (filens egen)", " (the file's own)");
      console.log(say(
        `  sag ${verdict.case}, ${verdict.events} hændelser, log på ${verdict.size}, nøgle ${verdict.key}${own}`,
        `  case ${verdict.case}, ${verdict.events} events, log of ${verdict.size}, key ${verdict.key}${own}`));
    }
    worst = Math.max(worst, verdict ? (verdict.sound ? 0 : 1) : 2);
  }
  process.exit(worst);
}

if (process.argv[1]?.endsWith("verify.mjs")) main(process.argv.slice(2));
