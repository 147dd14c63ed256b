/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The development server would print the arguments of server actions, passwords among them.
  logging: { serverFunctions: false },
  // Native addons and what starts threads must be required by Node, not bundled.
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    'sodium-native',
    'piscina',
    '@myriaddreamin/typst-ts-node-compiler',
  ],
  // `npm test` and `npm start` check types themselves, once.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Every page is sent with its title in it: streamed later, a screen reader and a slow phone meet a page without a name.
  htmlLimitedBots: /.*/,
  experimental: {
    serverActions: { bodySizeLimit: '2mb' },
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react', 'recharts'],
  },
}
