import { request } from 'node:http';

/** Posts a body on a new connection, which no idle server has closed, and returns status and body. */
export function postText(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent: false }, async (response) => {
      try {
        const parts = await response.setEncoding('utf8').toArray();
        resolve({ status: response.statusCode ?? 0, text: parts.join('') });
      } catch (error) {
        reject(error);
      }
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
