// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.time.Duration;

/**
 * What the installation's settings say of calls.
 *
 * @param callsAWeek at most so many times a person is asked within seven days, over all calls
 * @param wave after so long the next are asked by themselves, where it is urgent
 * @param rapid so long a rapid call lasts once it is out and has begun, and so long it waits for the second person
 */
record ReinforcementRules(int callsAWeek, Duration wave, Duration rapid) {

  ReinforcementRules {
    if (callsAWeek < 1 || callsAWeek > 50 || !between(wave, Duration.ofMinutes(1), Duration.ofDays(1))
        || !between(rapid, Duration.ofHours(1), Duration.ofDays(2))) {
      throw new IllegalArgumentException(
          "calls a week are 1 to 50, a wave 1 to 1,440 minutes, a rapid call 1 to 48 hours");
    }
  }

  private static boolean between(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }
}
