package org.slugline.command;

import picocli.CommandLine;

/** The number of an outlet, as {@code outlets list} shows it. */
final class OutletNumber implements CommandLine.ITypeConverter<Long> {
  @Override
  public Long convert(String value) {
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException _) {
      throw new CommandLine.TypeConversionException(
          "'" + value + "' is no outlet's number; slugline outlets list shows them");
    }
  }
}
