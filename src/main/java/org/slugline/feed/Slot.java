package org.slugline.feed;

/** A place for one text in a draft of a feed, an entry or a source. */
enum Slot {
  TITLE,
  SUMMARY,
  CONTENT,
  RIGHTS,
  ID,
  LINK,
  PUBLISHED,
  UPDATED,
  CREATED,
  LANGUAGE,
  COMMENTS,
  IMAGE,
  ICON,
  LOGO,
  GENERATOR,
  PUBLISHER,
  LICENSE,
  TTL,
  UPDATE_PERIOD,
  UPDATE_FREQUENCY,
}
