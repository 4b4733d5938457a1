package org.slugline;

/** How starting the server ended. */
public sealed interface Serving {
  /** Requests are taken and the schedule runs. */
  final class Running implements Serving, AutoCloseable {
    private final String address;
    private final Runnable stop;

    Running(String address, Runnable stop) {
      this.address = address;
      this.stop = stop;
    }

    /** Where it can be visited from this machine. */
    public String address() {
      return address;
    }

    /** Lets what runs finish. */
    @Override
    public void close() {
      stop.run();
    }
  }

  /** The address or port is not to be had; both parts without a full stop. */
  record Refused(String what, String next) implements Serving {}
}
