/** The id of the one form that every choice on the page submits, so that the tick "Husk mit valg" holds for all. */
export const choiceForm = 'valg'
