package org.slugline.net;

import java.util.Map;

/**
 * What is asked for.
 *
 * @param url http or https
 * @param headers sent to whoever is asked, the user agent and Accept among them
 * @param confided sent only while the origin of {@code url} is not left: credentials, keys
 * @param validators of what we have already
 * @param proxy {@code http://host:port}, dialled as configured; {@code ""} none
 */
public record Ask(
    String url,
    Map<String, String> headers,
    Map<String, String> confided,
    Validators validators,
    String proxy) {
  public Ask {
    headers = Map.copyOf(headers);
    confided = Map.copyOf(confided);
  }

  public static Ask plain(String url, Map<String, String> headers) {
    return new Ask(url, headers, Map.of(), Validators.NONE, "");
  }
}
