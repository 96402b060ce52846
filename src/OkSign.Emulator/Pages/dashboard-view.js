// What the dashboard looks like: elements made of the state that the server tells. Every text in it is somebody's input and goes in as text.

import { element } from "./dashboard-dom.js";

const amounts = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

const documentProgress = {
  withoutDescriptor: ["idle", "No signers yet"],
  waiting: ["waiting", "To be signed"],
  signed: ["good", "Signed"],
  closed: ["idle", "Closed"],
};

const signerProgress = {
  nothingToDo: ["idle", "Nothing to do"],
  waiting: ["idle", "Waits"],
  turn: ["waiting", "To sign"],
  signed: ["good", "Signed"],
  refused: ["bad", "Refused"],
  closed: ["idle", "Closed"],
};

const dokumentStates = {
  tags: ["busy", "Search for tags"],
  tostamp: ["waiting", "To stamp"],
  tosign: ["waiting", "To be signed"],
  signed: ["good", "Signed"],
  canceled: ["idle", "Cancelled"],
  errorsendinfo: ["bad", "sendInfoURL failed"],
};

const roundProgress = {
  open: ["waiting", "Open"],
  expired: ["idle", "Expired"],
  finished: ["idle", "Finished"],
};

/** Texts that can be copied without being on the page: secrets by their name. */
export function textsToCopy(state) {
  return new Map([["authorization", state.okSign.authorization], ["apiKey", state.okDokument.apiKey]]);
}

export function navigation(state) {
  const failed = failedCallbacks(state);
  return element("ul", null,
    entry("oksign", "OKSign", state.okSign.documents.total),
    state.okSign.bundles.total > 0 && entry("bundles", "Briefcases, sessions", state.okSign.bundles.total),
    entry("okdokument", "OKdokument", state.okDokument.documents.total),
    entry("messages", "Messages", state.messages.total),
    entry("callbacks", "Callbacks", state.callbacks.total, failed > 0 && "bad"),
    entry("credits", "Credits", number(state.okSign.credits.left)),
    entry("requests", "Requests", state.requests.total));
}

/** The whole content; what was not there in the previous state is marked as fresh. */
export function content(state, previous, view) {
  const page = { state, view, now: state.now, isFresh: freshnessSince(previous) };
  return [
    overview(page),
    connections(page),
    okSignDocuments(page),
    state.okSign.bundles.total > 0 && bundles(page),
    dokuments(page),
    messages(page),
    callbacks(page),
    credits(page),
    requests(page),
  ];
}

function entry(id, label, count, tone) {
  return element("li", { "data-key": id },
    element("a", { href: `#${id}` }, label, " ", element("span", { class: `count ${tone || ""}` }, String(count))));
}

function freshnessSince(previous) {
  if (!previous) {
    return () => false;
  }

  const known = new Set([
    ...previous.okSign.documents.rows.map(row => row.id),
    ...previous.okDokument.documents.rows.map(row => row.id),
    ...previous.messages.rows.map(row => `message ${row.key}`),
    ...previous.callbacks.rows.map(row => `callback ${row.key}`),
    ...previous.requests.rows.map(row => `request ${row.key}`),
  ]);
  return key => !known.has(key);
}

function overview({ state }) {
  const all = state.okSign.documents.rows;
  const waiting = all.filter(row => row.progress === "waiting").length
    + state.okDokument.documents.rows.filter(row => row.state === "tosign").length;
  const failed = failedCallbacks(state);
  return element("section", { "data-key": "overview", "aria-labelledby": "overview-title" },
    element("h2", { id: "overview-title", class: "unseen" }, "Overview"),
    element("dl", { class: "tiles" },
      tile("Documents", state.okSign.documents.total + state.okDokument.documents.total),
      tile("To be signed", waiting, waiting > 0 && "waiting"),
      tile("Messages", state.messages.total),
      tile("Failed callbacks", failed, failed > 0 && "bad"),
      tile("OKSign credits", number(state.okSign.credits.left)),
      tile("OKdokument requests left", state.okDokument.usage.requestsLeft),
      tile(`Clock, ${unbroken(state.now.slice(0, 10))}`, state.now.slice(11, 19))));
}

function tile(label, value, tone) {
  return element("div", { class: "tile" }, element("dt", null, label), element("dd", { class: tone || null }, String(value)));
}

function connections(page) {
  const { okSign, okDokument } = page.state;
  return element("section", { "data-key": "connections", class: "pair", "aria-label": "How to connect" },
    connection(page, "OKSign", okSign.baseAddress, "Authorization", "authorization", okSign.authorization,
      okSign.callbackUrl && fact("Callback URL", element("code", null, okSign.callbackUrl.address)),
      okSign.webhookUrl && fact("Webhook URL", element("code", null, okSign.webhookUrl.address))),
    connection(page, "OKdokument", okDokument.baseAddress, "API key", "apiKey", okDokument.apiKey));
}

function connection(page, service, address, keyLabel, name, key, ...more) {
  const isRevealed = page.view.revealed.has(name);
  return element("div", { class: "panel connection", "data-key": name },
    element("h2", null, service),
    element("dl", { class: "facts" },
      fact("Base address", element("code", null, address), copyButton(page, address, `Copy the base address of ${service}`)),
      fact(keyLabel,
        element("code", null, isRevealed ? key : "•".repeat(16)),
        element("button", { type: "button", "data-reveal": name, "aria-pressed": String(isRevealed), "aria-label": `Reveal the key of ${service}` },
          isRevealed ? "Hide" : "Reveal"),
        copyButton(page, name, `Copy the key of ${service}`)),
      more));
}

function fact(label, ...values) {
  return element("div", null, element("dt", null, label), element("dd", null, values));
}

function okSignDocuments(page) {
  const { documents, baseAddress } = page.state.okSign;
  return panel("oksign", "OKSign documents", documents,
    table("Documents of OKSign, newest first", ["Document", "Signers", "State", "Files"], documents.rows.map(row => ({
      key: row.id,
      isFresh: page.isFresh(row.id),
      cells: [documentName(page, row), signers(page, row), pill(documentProgress[row.progress]), files(row)],
    }))),
    [
      "No document yet. Give your application the base address and the authorization from above, or try it by hand:",
      command(page, `curl -H "x-oksign-authorization: $OKSIGN_AUTHORIZATION" -H "x-oksign-filename: contract.pdf" -H "content-type: application/pdf" --data-binary @contract.pdf ${baseAddress}v1/document/upload`),
    ]);
}

function documentName(page, row) {
  return [
    element("strong", { class: "name" }, row.name),
    row.isTemplate && tag("Template"),
    row.isReusable && !row.isTemplate && tag("Reusable"),
    element("span", { class: "detail" }, `${row.pages} ${row.pages === 1 ? "page" : "pages"}, `, time(page, row.uploadedAt)),
    identifier(page, row.id, `Copy the id of ${row.name}`),
  ];
}

function signers(page, document) {
  return document.signers.length === 0
    ? element("span", { class: "detail" }, "FormDesc.upload tells who signs what.")
    : element("ul", { class: "people" }, document.signers.map(signer => element("li", { "data-key": signer.id },
      element("span", { class: "person" },
        element("strong", null, signer.name), " ", pill(signerProgress[signer.progress]),
        element("span", { class: "detail" }, signerDetail(page, signer))),
      signer.link && ["turn", "waiting"].includes(signer.progress)
        && links(page, signer.link, `the signing page of ${signer.name} for ${document.name}`))));
}

function signerDetail(page, signer) {
  const contact = [signer.actingAs, signer.email, signer.mobile].filter(Boolean).join(", ");
  switch (signer.progress) {
    case "signed":
      return [`${signer.method ? `with ${signer.method}` : "filled in"}, `, time(page, signer.signedAt), signer.credits > 0 && `, ${creditsOf(signer.credits)}`];
    case "refused":
      return signer.refusal;
    case "waiting":
      return `${contact ? `${contact}; ` : ""}${signer.waitsFor} signs first`;
    default:
      return contact || (signer.countersigns ? "countersigns" : "");
  }
}

function files(row) {
  return element("ul", { class: "files" },
    element("li", null, file(row.source, "Source", row.name)),
    row.copies.map((copy, index) => {
      const round = row.copies.length > 1 ? ` ${index + 1}` : "";
      return [
        element("li", { "data-key": copy.id },
          file(copy.file, `Signed copy${round}`, row.name), " ",
          element("span", { class: "detail inline" }, `${copy.signaturesPlaced} of ${copy.signaturesRequired}`)),
        element("li", { "data-key": `audit trail ${copy.id}` }, file(copy.auditTrail, `Audit trail${round}`, row.name)),
      ];
    }));
}

function bundles(page) {
  const { bundles: listing } = page.state.okSign;
  return panel("bundles", "Briefcases and sessions", listing,
    table("Briefcases and sessions of OKSign, newest first", ["Name", "Documents", "Links"], listing.rows.map(row => ({
      key: row.token,
      cells: [
        [
          element("strong", { class: "name" }, row.name || row.kind), row.name && tag(row.kind),
          row.createdAt && element("span", { class: "detail" }, time(page, row.createdAt)),
          identifier(page, row.token, `Copy the token of ${row.name || row.kind}`),
        ],
        element("ul", { class: "plain" }, row.documents.map(name => element("li", null, name))),
        element("ul", { class: "people" }, row.links.map(link => element("li", { "data-key": link.key },
          element("span", { class: "person" }, element("strong", null, link.name), link.problem && element("span", { class: "detail" }, link.problem)),
          !link.problem && links(page, link.link, `the page of ${link.name} for ${row.name || row.kind}`)))),
      ],
    }))));
}

function dokuments(page) {
  const { documents, baseAddress } = page.state.okDokument;
  return panel("okdokument", "OKdokument documents", documents,
    table("Documents of OKdokument, newest first", ["Document", "Rounds", "State", "Files"], documents.rows.map(row => ({
      key: row.id,
      isFresh: page.isFresh(row.id),
      cells: [
        [
          element("strong", { class: "name" }, row.name),
          element("span", { class: "detail" }, `${row.pages} ${row.pages === 1 ? "page" : "pages"}, `, time(page, row.uploadedAt)),
          identifier(page, row.id, `Copy the id of ${row.name}`),
        ],
        rounds(page, row),
        pill(dokumentStates[row.state] ?? ["idle", row.state]),
        element("ul", { class: "files" },
          element("li", null, file(row.source, "Source", row.name)),
          row.signed && element("li", { "data-key": "signed" }, file(row.signed, "Signed file", row.name))),
      ],
    }))),
    [
      "No document yet. Give your application the base address and the API key from above, or try it by hand:",
      command(page, `curl -H "x-api-key: $OKDOKUMENT_API_KEY" -H "content-type: application/json" -d '{"filedata":{"filename":"lease.pdf","content":"'$(base64 -w0 lease.pdf)'"}}' ${baseAddress}JSON/signatureRequest`),
    ]);
}

function rounds(page, document) {
  if (document.rounds.length + document.requests.length === 0) {
    return element("span", { class: "detail" }, "Only stored: no signature request.");
  }

  const signed = document.rounds.map((round, index) => element("li", { "data-key": `round ${index}` },
    element("span", { class: "person" },
      element("strong", null, round.signer), " ", pill(["good", "Signed"]),
      element("span", { class: "detail" }, `${round.date}, ${round.signatures} ${round.signatures === 1 ? "signature" : "signatures"}`))));
  const asked = document.requests.filter(request => request.progress !== "finished").map(request => element("li", { "data-key": request.id },
    element("span", { class: "person" },
      element("strong", null, request.signer ?? "Anybody with the link"), " ", pill(roundProgress[request.progress]),
      element("span", { class: "detail" }, "until ", time(page, request.expiresAt), request.needsCode && ", with a code")),
    request.progress === "open" && links(page, request.link, `the signing page of ${document.name}`)));
  return element("ul", { class: "people" }, signed, asked);
}

function messages(page) {
  const { messages: listing } = page.state;
  return panel("messages", "Messages", listing,
    table("E-mails and text messages that would have been sent, newest first", ["Time", "To", "Message"], listing.rows.map(row => ({
      key: row.key,
      isFresh: page.isFresh(`message ${row.key}`),
      cells: [
        [time(page, row.sentAt), element("span", { class: "detail" }, row.service)],
        [
          element("strong", { class: "name" }, row.recipientName || row.recipient), " ", tag(row.channel === "sms" ? "SMS" : "E-mail"),
          row.recipientName && element("span", { class: "detail" }, row.recipient),
          row.failure && element("span", { class: "detail bad" }, `Not delivered. ${row.failure}`),
        ],
        message(page, row),
      ],
    }))),
    "No message yet. Notifications of a form descriptor, and invitations, codes and signed files of OKdokument show here instead of being sent.");
}

function message(page, row) {
  const key = `message ${row.key}`;
  const isOpen = page.view.open.has(key);
  const facts = [
    row.code && fact("Code", element("code", { class: "code" }, row.code), copyButton(page, row.code, `Copy the code for ${row.recipient}`)),
    fact("About", row.document),
    row.sender && fact("From", row.sender),
    row.replyTo && fact("Answers to", row.replyTo),
    row.cc.length > 0 && fact("Copy to", row.cc.join(", ")),
    row.language && fact("Language", row.language),
    row.attachments.length > 0 && fact("Attached", row.attachments.join(", ")),
  ];
  return element("div", { class: "message" },
    element("details", { "data-key": "more", "data-details": key, open: isOpen },
      element("summary", null, tag(row.about), " ", row.subject ?? row.document),
      isOpen && element("dl", { class: "facts" }, facts),
      isOpen && row.text && element("p", { class: "text" }, row.text),
      isOpen && row.body && element("iframe", {
        title: `The e-mail to ${row.recipient}`,
        sandbox: "allow-popups allow-popups-to-escape-sandbox",
        referrerpolicy: "no-referrer",
        src: row.body,
      })),
    row.link && links(page, row.link, `the link in the message to ${row.recipient}`));
}

function callbacks(page) {
  const { callbacks: listing, pendingCallbacks } = page.state;
  return panel("callbacks", "Callbacks", listing,
    [
      pendingCallbacks > 0 && element("p", { class: "detail" }, `${pendingCallbacks} on the way.`),
      table("Calls to addresses of your application, newest first", ["Time", "Call", "Answer"], listing.rows.map(row => ({
        key: row.key,
        isFresh: page.isFresh(`callback ${row.key}`),
        cells: [
          [time(page, row.at), element("span", { class: "detail" }, row.service)],
          call(page, row),
          [
            row.statusCode ? status(row.statusCode) : pill(["bad", "No answer"]),
            element("span", { class: "detail" }, `${row.milliseconds} ms`),
            row.error && element("span", { class: "detail bad" }, row.error),
          ],
        ],
      }))),
    ],
    pendingCallbacks > 0
      ? `${pendingCallbacks} on the way.`
      : "No call yet. With a callback URL, a webhook URL or sendInfoURL the emulator calls your application, and shows here how it answered.");
}

function call(page, row) {
  const key = `callback ${row.key}`;
  const isOpen = page.view.open.has(key);
  return element("details", { "data-key": "more", "data-details": key, open: isOpen },
    element("summary", null, tag(row.about), " ", element("code", null, `${row.method} ${row.target.address}`)),
    isOpen && element("dl", { class: "facts" }, row.target.parameters.map(parameter =>
      fact(parameter.name, element("code", null, parameter.value ?? "•••••••• (not shown)")))),
    isOpen && row.body && element("pre", { tabindex: "0" }, pretty(row.body)));
}

function credits(page) {
  const { credits: account } = page.state.okSign;
  const { usage } = page.state.okDokument;
  return element("section", { id: "credits", "data-key": "credits", class: "panel", "aria-labelledby": "credits-title", tabindex: "-1" },
    element("h2", { id: "credits-title" }, "Credits"),
    element("div", { class: "split" },
      element("div", null,
        element("h3", null, "OKSign"),
        element("p", null, element("strong", { class: "big" }, number(account.left)), ` of ${number(account.start)} credits left`,
          account.onRemovedDocuments > 0 && `; ${number(account.onRemovedDocuments)} used for documents that were removed`),
        account.uses.total === 0
          ? element("p", { class: "empty" }, "Nothing has used any yet. Every signature takes some.")
          : [
            table("What used credits, newest first", ["Credits", "Signature", "Time"], account.uses.rows.map(use => ({
              key: use.key,
              cells: [
                number(use.credits),
                [element("strong", { class: "name" }, use.signer), element("span", { class: "detail" }, `${use.method ?? ""} on ${use.document}`)],
                time(page, use.at),
              ],
            }))),
            remainder(account.uses),
          ]),
      element("div", null,
        element("h3", null, "OKdokument"),
        element("p", null, element("strong", { class: "big" }, String(usage.requestsLeft)), " signature requests left"),
        element("dl", { class: "facts" },
          fact("Requests used", String(usage.requestsUsed)),
          fact("Files stored now", String(usage.stored)),
          fact("Files uploaded", String(usage.uploaded)),
          fact("Downloads", String(usage.downloaded)),
          fact("Files deleted", String(usage.deleted))))));
}

function requests(page) {
  const { requests: listing } = page.state;
  return panel("requests", "Requests", listing,
    table("Requests to both services, newest first", ["Operation", "Request", "Answer"], listing.rows.map(row => ({
      key: row.key,
      isFresh: page.isFresh(`request ${row.key}`),
      cells: [
        row.operation ? element("strong", { class: "name" }, row.operation) : element("span", { class: "detail" }, "None"),
        element("code", null, `${row.method} ${row.path}`),
        [
          row.statusCode === 0 ? pill(["bad", "None"]) : status(row.statusCode),
          row.fault && element("span", { class: "detail bad" }, `Fault: ${row.fault}`),
        ],
      ],
    }))),
    "No request yet.");
}

function panel(id, title, listing, whenAny, whenNone) {
  return element("section", { id, "data-key": id, class: "panel", "aria-labelledby": `${id}-title`, tabindex: "-1" },
    element("h2", { id: `${id}-title` }, title, " ", element("span", { class: "count" }, String(listing.total))),
    listing.total === 0 ? element("div", { class: "empty" }, whenNone) : [whenAny, remainder(listing)]);
}

function remainder(listing) {
  return listing.total > listing.rows.length
    && element("p", { class: "detail" }, `The newest ${listing.rows.length} of ${listing.total}.`);
}

// On a phone a row is a block and no row of a table any more: the roles say that it still means one.
function table(caption, columns, rows) {
  return element("table", { role: "table" },
    element("caption", { class: "unseen" }, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
      columns.map(column => element("th", { role: "columnheader", scope: "col" }, column)))),
    element("tbody", { role: "rowgroup" }, rows.map(row => element("tr", { role: "row", "data-key": row.key, class: row.isFresh ? "fresh" : null },
      row.cells.map((cell, index) => element("td", { role: "cell", "data-label": columns[index] }, element("div", { class: "cell" }, cell)))))));
}

function pill([tone, label]) {
  return element("span", { class: `pill ${tone}` }, label);
}

function status(code) {
  return pill([code < 300 ? "good" : code < 400 ? "busy" : "bad", String(code)]);
}

function tag(text) {
  return element("span", { class: "tag" }, text);
}

function identifier(page, id, label) {
  return element("span", { class: "id" }, element("code", { title: id }, id), copyButton(page, id, label));
}

function links(page, address, what) {
  return element("span", { class: "links" },
    element("a", { class: "button", href: address, target: "_blank", rel: "noopener noreferrer", "aria-label": `Open ${what}` }, "Open"),
    copyButton(page, address, `Copy link to ${what}`, "Copy link"));
}

function file(address, text, name) {
  return element("a", { href: address, target: "_blank", rel: "noopener", "aria-label": `${text} of ${name}` }, text);
}

function copyButton({ view }, text, label, shown = "Copy") {
  return element("button", { type: "button", "data-copy": text, "aria-label": label }, view.copied === text ? "Copied" : shown);
}

function command(page, text) {
  return element("div", { class: "command" }, element("pre", { tabindex: "0" }, text), copyButton(page, text, "Copy the command"));
}

/** The time of day by the emulator's clock, with the date when it is another day. */
function time({ now }, moment) {
  const day = moment.slice(0, 10);
  const hour = moment.slice(11, 19);
  return element("time", { datetime: moment, title: moment }, day === now.slice(0, 10) ? hour : `${day} ${hour}`);
}

// A browser breaks lines at hyphens, but not at this kind of them.
function unbroken(text) {
  return text.replaceAll("-", "\u2011");
}

function number(value) {
  return amounts.format(value);
}

function creditsOf(value) {
  return `${number(value)} ${value === 1 ? "credit" : "credits"}`;
}

function failedCallbacks(state) {
  return state.callbacks.rows.filter(row => !(row.statusCode >= 200 && row.statusCode < 300)).length;
}

function pretty(json) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
