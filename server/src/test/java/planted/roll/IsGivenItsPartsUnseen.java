// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.roll;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** A class that says in its constructor what it needs can be made without the framework. */
public class IsGivenItsPartsUnseen {
  @Autowired
  @Nullable
  Clock clock;
}
