// A provider (OpenID Connect) beside the town: oidc-provider, which shares no code with ours. Whoever signs in there is whom she
// says she is. It stands at an address of numbers, so for a browser it is another site than localhost.
import {createServer} from 'node:http';
import Provider from 'oidc-provider';

export async function provider_for(base) {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const client = {
    client_id: 'hearth-village',
    client_secret: 'a secret: 50 %',
    redirect_uris: ['en', 'zh'].map((language) => `${base}/${language}/o/village/desk/sign-in/openid/back`),
  };
  const provider = new Provider(issuer, {clients: [client], pkce: {required: () => true}, cookies: {keys: ['of a test']}});
  const asked = [];
  server.on('request', ({url}) => {
    if (url.startsWith('/auth?')) asked.push(Object.fromEntries(new URL(url, issuer).searchParams));
  });
  server.on('request', provider.callback());
  return {
    issuer,
    asked,  // with what browsers came
    order: {openid: {issuer, client: client.client_id, secret: client.client_secret}},
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
