// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.house.lower;

import planted.house.upper.internal.Hidden;

/** Uses what another module keeps to itself. */
public record ReachesIntoAnother(Hidden hidden) {}
