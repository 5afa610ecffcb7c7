// SPDX-License-Identifier: AGPL-3.0-or-later
package planted.dues;

/** A share is a fraction of two integers. */
public record KeepsAShareInAFloat(float share) {}
