export { type FeedEntry, type FeedSource, LiveFeeds, UnknownPosition } from './live-feeds.ts';
