import { demoPeople } from './demo-people.ts';

/** The initial document of the explorer: signing in, and a first query. */
export function firstQuery(hasDemoPeople: boolean): string {
  const [someone] = demoPeople;
  const email = hasDemoPeople && someone ? someone.email : 'you@example.org';
  const password = hasDemoPeople && someone ? someone.password : '…';
  return `# 1. Run SignIn. 2. Put the token into the request's headers: Authorization: Bearer <accessToken>. 3. Run LookAround.
mutation SignIn {
  login(input: { email: "${email}", password: "${password}" }) {
    ... on LoginSuccess {
      session {
        accessToken
      }
    }
    ... on Error {
      message
    }
  }
}

query LookAround {
  me {
    name
    role
  }
  courses(first: 10) {
    nodes {
      title
      instructor {
        name
      }
    }
  }
}
`;
}
