/** From so few people on their answers are not split further: how many there were and their mean, no single answers. */
export const SMALLEST_SPLIT = 5
