package org.slugline.command;

/** The four forms in which the sample outlets print. */
enum DemoFormat {
  RSS("rss", "application/rss+xml; charset=utf-8"),
  RDF("rdf", "application/rdf+xml; charset=utf-8"),
  ATOM("atom", "application/atom+xml; charset=utf-8"),
  JSON("json", "application/feed+json; charset=utf-8");

  private final String suffix;
  private final String mediaType;

  DemoFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }
}
