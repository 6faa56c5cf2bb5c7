/** Names that sound Danish. The surnames are put together from two halves, so that most of them are nobody's. */

export const firstNames =
  'Abdi Agnes Aksel Albert Alma Amalie Amina Anders Andreas Ane Anja Anna Anne Anton Arne Asger Asta Astrid August Aya Bent Birgit Bjarne Bo Britta Camilla Carl Caroline Cecilie Charlotte Christian Claus Clara Dagmar Daniel David Dennis Dorte Ditte Ebbe Edith Egon Eja Elisabeth Ella Ellen Else Emil Emma Erik Esben Esther Eva Fatima Filip Finn Flemming Frederik Freja Frida Gerda Gitte Gorm Grethe Gudrun Gunnar Hanne Hans Hassan Heidi Helge Helle Henning Henrik Holger Ib Ida Inge Ingrid Isak Ivan Jakob Jan Janne Jens Jesper Jette Johanne Jonas Josefine Jørgen Kaj Karen Karim Karl Karoline Kasper Katrine Kim Kirsten Kjeld Klara Knud Kristian Kristine Lars Laura Lea Leif Lene Line Lis Lise Liv Lone Louise Lærke Mads Magnus Maja Malene Malthe Marcus Maren Maria Marianne Marie Martin Mathilde Mette Mia Mikkel Morten Nadia Nanna Niels Nikolaj Nina Nora Ole Olga Oliver Otto Palle Pelle Per Pernille Peter Pia Poul Preben Rasmus Regitze Rigmor Rikke Rosa Rune Saga Sara Selma Signe Sigrid Silje Simon Sofie Solveig Sonja Stine Sune Susanne Svend Søren Tage Tanja Thea Theis Thomas Thorkild Tine Tobias Torben Tove Troels Ulla Ulrik Valdemar Vera Vibeke Victor Viggo Vilhelm Villads Winnie Yasmin Yrsa Zahra Øjvind Østen Åge Aase Åse'.split(
    ' ',
  )

export const surnameBeginnings =
  'Abild Ager Alm Ask Bak Birke Bjerge Bly Bonde Borre Brede Brunde Bøge Dam Drage Dyr Ege Elle Elme Eng Faste Fjord Flint Fugle Funde Gam Gran Grøn Gul Hassel Havre Hede Hegn Hin Hjorte Holme Hov Hum Hvid Høg Jern Kalve Kirke Kjær Klit Klokke Kobber Korn Krag Krat Kulde Laven Lille Linde Lyng Lærke Mose Munke Mølle Møn Nede Nord Nørre Odde Over Pile Præste Rave Ring Rone Rosen Rød Rønne Sand Sejer Silke Skarp Skov Sneg Solle Steens Stor Strand Stub Sten Svane Svend Sædder Sønder Tange Tarp Thor Tind Tjørne Torne Tranes Tved Ulve Vad Vester Vibe Vind Vinter Ø Øster Ørne Å Aar Aa'.split(
    ' ',
  )

export const surnameEndings =
  'bak bjerg bo borg bro by bæk bøl dahl dal eng felt gaard grav hald have holm holt hus høj ild kilde klint kær leth lev lund løkke mark mose munk næs odde rup sig skov skær sted sten stoft stub sund toft torp trup tved vad vang vig vinge ø aa'.split(
    ' ',
  )
