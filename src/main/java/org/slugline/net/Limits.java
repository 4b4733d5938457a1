package org.slugline.net;

/**
 * What a stranger may send us.
 *
 * @param maxBytes of body, on the wire and after decoding each
 * @param redirects hops after the first request
 */
public record Limits(int maxBytes, int redirects) {}
