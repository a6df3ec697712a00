export { defineFeed, type Feed, type FeedChange, type FeedOptions } from './define-feed.ts';
export { type FeedEntry, type FeedSource, LiveFeeds, UnknownPosition } from './live-feeds.ts';
export { CreateFeeds1764000000004 } from './migrations/create-feeds.ts';
export { type FeedTransaction, type OpenFeed, openFeed } from './open-feed.ts';
