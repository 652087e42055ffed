/** SQL: the objective that counts an aligned one. */

/**
 * Joins to `objective c` the objective `above` it that counts it, with its cycle `ac` and the aligned one's `cc`: it asks for aligned objectives,
 * and every day of the aligned one's cycle is a day of its own. Whether it may count it is `countsAbove`.
 */
export const joinAbove = `JOIN objective above ON above.id = c.parent_id AND above.roll_up = 'with-children'
         JOIN cycle ac ON ac.id = above.cycle_id
         JOIN cycle cc ON cc.id = c.cycle_id AND cc.start_day >= ac.start_day AND cc.end_day <= ac.end_day`;

/** No number of a private objective goes up, and none goes into one; and only what the parent's side has accepted is counted. */
export const countsAbove = "above.private = 0 AND c.private = 0 AND c.contribution = 'accepted'";
