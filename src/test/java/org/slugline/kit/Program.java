package org.slugline.kit;

import java.io.IOException;

/** Programs of the machine that a test makes its surroundings with. */
public final class Program {
  private Program() {}

  /**
   * @return its exit status, 127 where there is no such program here
   */
  public static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException _) {
      return 127;
    }
  }
}
