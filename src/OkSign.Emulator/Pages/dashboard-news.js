// Tells in words what is new, for those who hear the page.

const atMost = 3;

export function newsBetween(previous, next) {
  const all = [
    ...added(previous.okSign.documents, next.okSign.documents, row => row.id).map(row => `${row.name} was uploaded.`),
    ...signatures(previous.okSign.documents.rows, next.okSign.documents.rows),
    ...added(previous.okDokument.documents, next.okDokument.documents, row => row.id).map(row => `${row.name} is at OKdokument.`),
    ...rounds(previous.okDokument.documents.rows, next.okDokument.documents.rows),
    ...added(previous.messages, next.messages, row => row.key).map(row => `${row.about} to ${row.recipientName ?? row.recipient}.`),
    ...added(previous.callbacks, next.callbacks, row => row.key).map(callback),
  ];
  return all.length > atMost
    ? `${all.slice(0, atMost).join(" ")} And ${all.length - atMost} more.`
    : all.join(" ");
}

function added(previous, next, keyOf) {
  const known = new Set(previous.rows.map(keyOf));
  return next.total > previous.total ? next.rows.filter(row => !known.has(keyOf(row))).reverse() : [];
}

function signatures(previous, next) {
  const signed = new Set(previous.flatMap(document => signedOn(document).map(signer => keyOf(document, signer))));
  return next.flatMap(document => signedOn(document)
    .filter(signer => !signed.has(keyOf(document, signer)))
    .map(signer => `${signer.name} has signed ${document.name}.`));
}

function signedOn(document) {
  return document.signers.filter(signer => signer.progress === "signed");
}

function keyOf(document, signer) {
  return `${document.id} ${signer.id}`;
}

function rounds(previous, next) {
  const known = new Map(previous.map(document => [document.id, document.rounds.length]));
  return next.flatMap(document => document.rounds
    .slice(known.get(document.id) ?? document.rounds.length)
    .map(round => `${round.signer} has signed ${document.name}.`));
}

function callback(row) {
  return row.statusCode ? `A callback was answered with ${row.statusCode}.` : `A callback was not answered.`;
}
