package date_test

import "testing"

// TestNoDates: what looks like a date and is none.
func TestNoDates(t *testing.T) {
	stages := chain(t)
	for _, text := range []string{
		"The minister may resign if the vote fails.",
		"May we ask why the talks stopped?",
		"Troops march on the capital while crowds march in protest.",
		"The March on Washington drew a great crowd.",
		"May said the plan would fail.",
		"April Smith won the seat.",
		"June Jones and Augustus were there.",
		"Mr. August denied it.",
		"The second witness took a second look.",
		"He came second in the race.",
		"The fall of the wall was a shock.",
		"Prices may fall and rents fall too.",
		"A sharp fall in output followed.",
		"The spring of the trap broke.",
		"The Sun reported the story.",
		"The sun sat low and he sat down.",
		"Turn to page 1998 for the map.",
		"See pp. 1990-1995 of the report.",
		"Section 2019 of the act applies.",
		"Resolution 1929 was adopted.",
		"Call (202) 555-2019 for details.",
		"Tel. 212-555-1998.",
		"The army sent 2000 troops.",
		"About 1500 people fled and 1,950 stayed.",
		"It cost $2019 in all.",
		"The road is 2010 miles long.",
		"They won 21-19 and then lost 3-1.",
		"The vote was 11-4.",
		"Three quarters of the country voted.",
		"On Day One he will sign the order.",
		"The Boeing 737 and the Model 1911 were shown.",
		"The Seven Years' War was long.",
		"She is 45 years old and has a 3-year-old son.",
		"The USA Today poll was wrong.",
		"The Daily News and the Sunday Times reported it.",
		"A copy of Saturday Night Live was shown.",
		"The Tomorrow Group denied it.",
		"Room 1408 is on the left.",
		"Flight 1549 landed in the river.",
		"He is no longer in office.",
		"Now, let us be clear.",
		"It rose 1990.5 points.",
		"The mix was 3/4 sand.",
		"It has 24/7 coverage.",
		"Open 2025 seats remain.",
		"Merry Christmas to all.",
		"The Christmas tree fell.",
		"They grew winter wheat.",
		"He said so at the same time.",
		"He left as soon as he could.",
		"It was soon clear.",
		"Temperatures were in the 30s °F.",
		"The third child and the eighth army.",
		"The ratio was 10:30.",
		"John 3:16 was read.",
		"The ID is 2019-4432-11.",
		"Version 10.12.2023.4 was released.",
		"The IP is 192.168.20.12.",
		"ISBN 978-3-16-148410-0.",
		"Chapter 12, paragraph 1995.",
		"The 1600 block of Main Street was closed.",
		"A 1,200-word essay and a 2,000-page report.",
		"The score was 20-19.",
		"It happened in the dead of night at the Sunday School.",
		"The Autumn Leaves Company and Winter Palace.",
		`"Sat" and "Mar" are short words; he sat by Mar Vista.`,
		"A March hare ran.",
		"He had a great day and a good week.",
		"Windows 2000 is old.",
		"Theresa May spoke.",
		"The hot spring was tested.",
		"They heard from June E. Smith.",
		"It was asked for from various quarters.",
		"He worked at Johnnie Christmas and Sons.",
	} {
		if doc := annotate(t, stages, text, "2024-03-06"); len(doc.Dates) > 0 {
			t.Errorf("%s\n has %s", text, describe(doc))
		}
	}
}

// TestAnomalies: slips in the source are named, and what only looks ahead is
// none.
func TestAnomalies(t *testing.T) {
	stages := chain(t)
	for _, c := range []struct{ text, want string }{
		{"They met on Monday, March 5, 2024.", "Monday, March 5, 2024: weekday-mismatch"},
		{"They met on Tuesday, March 5, 2024.", ""},
		{"On July 4, 2024, the ministers met in Lisbon.", "July 4, 2024: after-publication"},
		{"On July 4, 2024, the ministers will meet in Lisbon.", ""},
		{"The house passed the 2025 budget.", ""},
		{"They paid the fee due in 2025.", ""},
		{"The deadline was July 4, 2024.", ""},
		{"It was in the Boston Sun, 1/27/06.", ""},
		{"They met on February 30, 2024.", "February 30, 2024: impossible"},
		{"They met on February 29, 2023.", "February 29, 2023: impossible"},
		{"They met on February 29, 2024.", ""},
		{"They met on April 31.", "April 31: impossible"},
		{"They met on June 10, 2024.", "June 10, 2024: after-publication"},
		{"They will meet on June 10, 2024.", ""},
		{"They signed the pact in 2025.", "2025: after-publication"},
		{"The pact was signed on July 4, 2024.", "July 4, 2024: after-publication"},
		{"The pact expires on July 4, 2024.", ""},
		{"They agreed to meet on July 4, 2024.", ""},
		{"He said the pact would end on July 4, 2024.", ""},
		{"The plan approved by the board runs until July 4, 2024.", ""},
		{"They met on 31/04/2024.", "31/04/2024: impossible"},
		{"They met on 2024-02-30.", "2024-02-30: impossible"},
		{"They met on Friday, May 3.", ""},
		{"They met on Monday, May 3.", ""},
		{"They met on February 30.", "February 30: impossible"},
		{"The office had planned a sale for July 4, 2024.", ""},
		{"He was elected to serve until 2028.", ""},
		{"The deal announced in May runs through 2030.", ""},
		{"Officials set a goal of net zero by 2050.", ""},
		{"The agency awarded a contract with a completion date of June 2026.", ""},
	} {
		doc := annotate(t, stages, c.text, "2024-06-01")
		if got := anomalies(doc); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
