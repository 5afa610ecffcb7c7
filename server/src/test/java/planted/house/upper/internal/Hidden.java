// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.house.upper.internal;

/** Not for others. */
public record Hidden() {}
