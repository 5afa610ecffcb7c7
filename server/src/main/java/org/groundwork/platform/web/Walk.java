// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ten-minute walk: the stages of all modules in order. */
public final class Walk {
  private final List<WalkStage> stages;

  public Walk(List<WalkStage> contributed) {
    stages = contributed.stream().sorted(Comparator.comparingInt(WalkStage::order)).toList();
  }

  /** Where in the walk a screen stands: the number of the stage, from 1, of so many. */
  public record Place(int number, int of) {}

  /** The path of the first stage that is not done, empty when the walk is complete. */
  public Optional<String> next() {
    return stages.stream().filter(stage -> !stage.done().getAsBoolean()).map(WalkStage::path).findFirst();
  }

  /** The path after {@code path}: the next stage in order, empty after the last. */
  public Optional<String> after(String path) {
    return stages.stream().dropWhile(stage -> !stage.path().equals(path)).skip(1).map(WalkStage::path).findFirst();
  }

  /** The path before {@code path}, for the link back. */
  public Optional<String> before(String path) {
    return stages.stream().takeWhile(stage -> !stage.path().equals(path)).map(WalkStage::path).reduce((a, b) -> b);
  }

  /** The place of the stage at {@code path}. */
  public Place place(String path) {
    int index = stages.stream().map(WalkStage::path).toList().indexOf(path);
    if (index < 0) {
      throw new IllegalArgumentException("the walk has no stage " + path);
    }
    return new Place(index + 1, stages.size());
  }
}
