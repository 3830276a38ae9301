/*
 * A quiz as a form. The page says everything without it: each question has its choices in a list and
 * its answers behind a fold. Here choices become radios (or boxes, where several answers are right), the
 * fold waits until the answer was checked, and a total counts first answers. Parts and words come from
 * the layout's template. Nothing is sent, nothing is kept.
 */
'use strict';

{
	const parts = document.getElementById('cours_quiz');
	const words = parts.dataset;

	const part = (selector) => parts.content.querySelector(selector).cloneNode(true);
	const say = (sentence, values) => sentence.replace(/%(\w+)/g, (_, name) => values[name]);

	function make(name, properties, ...children) {
		const element = Object.assign(document.createElement(name), properties);
		element.append(...children);
		return element;
	}

	// What an element says, without calls of notes.
	function textOf(element) {
		const copy = element.cloneNode(true);
		for (const note of copy.querySelectorAll('.ref')) note.remove();
		return copy.textContent.trim();
	}

	// The section of a question, as a fieldset; null where no answer is right: it cannot be checked.
	function makeQuestion(section) {
		const child = (selector) => section.querySelector(`:scope > ${selector}`);
		const [list, fold, heading] = [child('.choices'), child('.answer'), child('h2')];
		const isRight = [...fold.querySelector('.answers').children].map((answer) => answer.className === 'right');
		if (!isRight.includes(true)) return null;
		const act = part('.act');
		const verdict = act.querySelector('.verdict');
		verdict.id = `cours_verdict-${heading.id}`;
		const hasSeveral = isRight.filter(Boolean).length > 1;
		const choices = [...list.children].map((item, i) => {
			const input = make('input', { type: hasSeveral ? 'checkbox' : 'radio', name: heading.id });
			const [text, word] = [item.firstElementChild, make('em')];
			return { input, text, word, label: make('label', { className: 'choice' }, input, ' ', text, ' ', word), isRight: isRight[i] };
		});
		const number = make('span', { className: 'question-number' }, child('.question-number').textContent);
		const fieldset = make('fieldset', { className: 'question' });
		child('.question-number').remove();
		list.replaceWith(make('div', { className: 'choices' }, ...choices.map((choice) => choice.label)), act);
		fold.querySelector('summary').textContent = words.explanations;
		fieldset.append(make('legend', {}, number, heading), ...section.childNodes);
		section.replaceWith(fieldset);
		const question = { fieldset, heading, number: number.textContent.match(/\d+/)[0], fold, verdict, choices, hasSeveral, first: null };
		clear(question);
		return question;
	}

	function clear({ choices, verdict, fold }) {
		for (const { input, label, word } of choices) {
			input.removeAttribute('aria-describedby');
			label.className = 'choice';
			word.textContent = '';
		}
		verdict.className = 'verdict';
		verdict.textContent = '';
		fold.hidden = true;
		fold.open = true;
	}

	function wordOf({ input, isRight }, hasSeveral) {
		if (input.checked) return isRight ? words.rightChoice : words.wrongChoice;
		if (!isRight) return '';
		return hasSeveral ? words.missedChoice : words.rightChoice;
	}

	function judge({ choices, hasSeveral }) {
		if (choices.every(({ input, isRight }) => input.checked === isRight)) return 'right';
		return hasSeveral && choices.some(({ input, isRight }) => input.checked && isRight) ? 'part' : 'wrong';
	}

	function rightAnswers({ choices, hasSeveral }) {
		const texts = choices.filter(({ isRight }) => isRight).map(({ text }) => textOf(text));
		if (!hasSeveral) return say(words.answer, { a: texts[0] });
		return say(words.answers, { a: texts.map((text) => text.replace(/\.$/, '')).join(words.separator) });
	}

	function check(question) {
		const { choices, verdict, fold, hasSeveral } = question;
		clear(question);
		if (!choices.some(({ input }) => input.checked)) {
			verdict.textContent = words.choose;
			return;
		}
		const result = judge(question);
		question.first ??= result;
		for (const choice of choices) {
			choice.word.textContent = wordOf(choice, hasSeveral);
			if (!choice.word.textContent) continue;
			choice.input.setAttribute('aria-describedby', verdict.id);
			choice.label.classList.add(choice.isRight ? 'right' : 'wrong');
		}
		verdict.classList.add(`verdict-${result}`);
		verdict.append(make('b', {}, words[result]));
		if (result !== 'right') verdict.append(' ', rightAnswers(question));
		fold.hidden = false;
	}

	// What the reader has done so far; the total is said once, when nothing is left.
	function tally(questions, score) {
		const done = questions.filter(({ first }) => first).length;
		const missed = questions.filter(({ first }) => first && first !== 'right');
		const total = questions.length;
		const [progress, sum, review, restart] = ['.progress', '.total', '.review', 'button'].map((s) => score.querySelector(s));
		progress.textContent = done < total ? say(words.progress, { n: done, total }) : '';
		const sentence = done < total ? '' : say(words.total, { n: total - missed.length, total });
		if (sum.textContent !== sentence) sum.textContent = sentence;
		review.hidden = done < total || missed.length === 0;
		for (const link of review.querySelectorAll('a')) link.remove();
		for (const { heading, number } of review.hidden ? [] : missed)
			review.append(' ', make('a', { href: `#${heading.id}` }, say(words.question, { n: number })));
		restart.hidden = done === 0;
	}

	function start(quiz) {
		const score = part('.score');
		const questions = [...quiz.querySelectorAll(':scope > .question')].map(makeQuestion).filter(Boolean);
		if (questions.length === 0) return;
		const form = make('form', { className: 'quiz', autocomplete: 'off' }, ...quiz.childNodes, score);
		form.setAttribute('aria-labelledby', 'titre');
		const questionOf = (element) => questions.find(({ fieldset }) => fieldset.contains(element));
		const answer = (element) => {
			check(questionOf(element));
			tally(questions, score);
		};
		form.addEventListener('submit', (event) => event.preventDefault());
		form.addEventListener('change', (event) => event.target.matches('.choice > input') && clear(questionOf(event.target)));
		form.addEventListener('click', (event) => event.target.matches('.act button') && answer(event.target));
		form.addEventListener('keydown', (event) => {
			if (event.key !== 'Enter' || !event.target.matches('.choice > input')) return;
			event.preventDefault();
			answer(event.target);
		});
		form.addEventListener('reset', () => {
			for (const question of questions) {
				question.first = null;
				clear(question);
			}
			questions[0].choices[0].input.focus();
			tally(questions, score);
		});
		quiz.replaceWith(form);
		tally(questions, score);
	}

	const quiz = document.querySelector('div.quiz');
	if (quiz) start(quiz);
}
