package org.slugline.command;

/** Reads the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("slugline");
  }
}
