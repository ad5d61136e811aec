// A herder raises a matter on the telephone and hears nothing; it moves up by itself, is answered above, is not settled all the same,
// is reviewed above that, and ends by her word.
import {Person} from './person.mjs';

// A JPEG whose EXIF part tells where and with what it was taken.
const photo = {
  name: '涵洞.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 16]), Buffer.from('Exif GPS 42.1N'), Buffer.from([0xff, 0xdb, 0, 4, 1, 1, 0xff, 0xda, 0, 4, 2, 2, 3, 4, 5, 0xff, 0xd9])]),
};
const rule = '信访工作条例';

async function raises(herder) {
  await herder.go('/raise');
  await herder.press('反映一件事');
  await herder.choose('申诉求决');
  await herder.press('继续');
  await herder.write('您要求什么', '修好田间路的涵洞\n修好以前先有路可走');
  await herder.press('继续');
  await herder.write('事情经过', '下雨以后涵洞塌了，拖拉机过不去，要绕十一公里。');
  await herder.press('继续');
  await herder.write('在哪里', '东井旁边的田间路');
  await herder.press_enter('在哪里');  // goes on, and is not the first button of the page, which switches the language
  await herder.hand_in(photo);
  await herder.press('加入清单');
  await herder.reads('涵洞.jpg (1 KB)');
  await herder.press(/^继续$/);
  await herder.press(/^继续$/);
  await herder.reads('修好田间路的涵洞');
  await herder.press('送出');
  return herder.code();
}

async function answers(official, act, reasons) {
  await official.begin(act);
  await official.write('What we found', 'The pipe is broken over four metres; three households use the road.');
  await official.write('What shows it', 'Site record, read to the resident');
  await official.write('Rules applied', rule);
  await official.write('Reasons, point by point', reasons);
  await official.record();
}

export default async function tell(story) {
  const herder = await Person.at(story, {language: 'zh', width: 360, scripts: false});
  const code = await raises(herder);
  await story.letters_go();
  await herder.open_matter(code);
  await herder.reads('下一步由三棵柳村办');

  await story.days(16);  // fifteen, and nobody has said a word
  await herder.open_matter(code);
  await herder.reads('过了期限');
  await herder.reads('下一步由南滩镇办');

  const above = await Person.at(story, {office: 'township'});
  await above.sign_in('narisu');
  await above.press('修好田间路的涵洞');
  await above.begin('Settle whose matter it is');
  await above.write('Why it goes there', 'The village has not taken it up, and the road is the township\'s to keep.');
  await above.choose('Nantan Township');
  await above.record();
  await above.begin('Take up');
  await above.record();
  await answers(above, 'Answer: supported', 'A new pipe is laid by 20 January.\nA way round is levelled this week.');
  await story.letters_go();

  await story.days(20);  // the pipe is still broken
  await herder.open_matter(code);
  await herder.press('到那边查看');
  await herder.reads('现在由您来说');
  await herder.begin('不服，请上一级复查');
  await herder.write('您的话', '说修好了，可是没有修。');
  await herder.press('送出');
  await herder.reads('草青县');
  await story.letters_go();

  const reviewer = await Person.at(story, {office: 'county'});
  await reviewer.sign_in('qimuge');
  await reviewer.press('修好田间路的涵洞');
  await reviewer.reads('说修好了，可是没有修。');
  await answers(reviewer, 'Support on review', 'The pipe was laid on 12 January; the county has looked.\nThe way round is closed again.');
  await story.letters_go();

  await herder.open_matter(code);
  await herder.press('到那边查看');
  await herder.reads('现在由您来说');
  await herder.begin('办好了，我认可');
  await herder.press('送出');
  await herder.reads('现在没有待办的，由您决定');
  await herder.reads('办好了，我认可');
}
