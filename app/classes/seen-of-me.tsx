/** What a class learns of a student: said before one joins, and ever after. */
export function SeenOfMe() {
  return (
    <div className="max-w-measure text-quiet">
      <p>
        Who teaches or assists here sees your name in the class and, of what is assigned here: how
        much of it you have done and remember, how many minutes and on which days you studied it,
        and the answers you gave. You can see all of that yourself.
      </p>
      <p className="mt-2">
        Other students do not see it, and nobody here sees what else you study. As long as you have
        no account, your teacher can make a link that opens your place on another device.
      </p>
    </div>
  )
}
