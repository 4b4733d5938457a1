package org.slugline.push;

import java.util.List;

/**
 * The {@code [push]} table of the configuration.
 *
 * @param hub whether we are a WebSub hub ourselves
 * @param also addresses of hubs to ping
 * @param subscribe whether to subscribe to the hubs of outlets
 */
public record PushSettings(boolean hub, List<String> also, boolean subscribe) {
  public PushSettings {
    also = List.copyOf(also);
  }
}
