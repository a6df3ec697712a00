export { type FeedEntry, type FeedSource, LiveFeeds } from './live-feeds.ts';
