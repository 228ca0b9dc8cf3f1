// The control API and the stream of what happens.

export class Refused extends Error {}

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error || response.statusText);
  return body;
}

export const get = (path) => fetch(`/control/${path}`).then(answered);

export const post = (path, body) => fetch(`/control/${path}`, {
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
}).then(answered);

export function upload(path, fields, files) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) if (value !== null && value !== undefined) form.append(key, value);
  for (const file of files) form.append("file", file, file.name);
  return fetch(`/control/${path}`, { method: "POST", body: form }).then(answered);
}

export const fileAddress = (id) => `/control/files/${encodeURIComponent(id)}`;

// Calls `hear` for each change; `again` when the connection is new and something may have been missed.
export function listen(hear, again, connected) {
  const open = () => {
    const stream = new EventSource("/control/stream");
    stream.onmessage = (message) => {
      const event = JSON.parse(message.data);
      if (event.kind !== "hello") { hear(event); return; }
      again(event).then(() => connected(true));
    };
    stream.onerror = () => {
      connected(false);
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, 1000);
    };
  };
  open();
}
