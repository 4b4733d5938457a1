package org.slugline.wire;

import java.time.Instant;
import java.util.Optional;
import org.slugline.net.WebAddress;

/** The columns of an outlet that a poll may change, while it is being settled. */
final class OutletRow {
  final Outlet outlet;
  final Instant now;
  String url;
  String title;
  String site;
  String description;
  String language;
  String status;
  int failures;
  String reason;
  String error;
  Optional<Instant> failingSince;
  String etag;
  String lastModified;
  String validatorsOf;
  String bodyDigest;
  Optional<Instant> lastFull;
  String asks;
  long pace;
  Optional<Instant> idsChanged;
  String movedTo;
  Optional<Instant> movedSince;
  final String moveRefused;
  Optional<Instant> lastNew;
  Instant nextPoll;
  String nextWhy;
  Instant rest;

  OutletRow(Outlet outlet, Instant now) {
    this.outlet = outlet;
    this.now = now;
    url = outlet.url();
    title = outlet.title();
    site = outlet.site();
    description = outlet.description();
    language = outlet.language();
    var health = outlet.health();
    status = health.status();
    failures = health.failures();
    reason = health.reason();
    error = health.error();
    failingSince = health.failingSince();
    lastNew = health.lastNew();
    nextPoll = health.nextPoll();
    nextWhy = health.nextWhy();
    rest = health.rest();
    var memory = outlet.memory();
    etag = memory.etag();
    lastModified = memory.lastModified();
    validatorsOf = memory.validatorsOf();
    bodyDigest = memory.bodyDigest();
    lastFull = memory.lastFull();
    asks = memory.asks();
    pace = memory.pace();
    idsChanged = memory.idsChanged();
    movedTo = memory.movedTo();
    movedSince = memory.movedSince();
    moveRefused = memory.moveRefused();
  }

  /**
   * Takes what the feed says of itself; never a title over the editor's, nor nothing over one.
   *
   * @param ours our own title, which nobody else may bear
   */
  void introduce(Fetched.About about, String ours) {
    if (!outlet.named() && !about.title().isEmpty()) {
      title = Lookalikes.same(about.title(), ours) ? WebAddress.host(outlet.url()) : about.title();
    }
    site = about.site().isEmpty() ? site : about.site();
    description = about.description();
    language = about.language().isEmpty() ? language : about.language();
  }

  /** Whether a page or feed that shows the outlet would look different. */
  boolean isPrintedDifferently() {
    return !url.equals(outlet.url())
        || !title.equals(outlet.title())
        || !site.equals(outlet.site())
        || !description.equals(outlet.description())
        || !language.equals(outlet.language())
        || !status.equals(outlet.health().status())
        || !error.equals(outlet.health().error());
  }
}
