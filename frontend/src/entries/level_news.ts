/* What is new on a level's page: loaded where something is, or when somebody asks what has changed. */

import '../handbook/news/level-news.ts';
