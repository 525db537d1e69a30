//! Stories of the post.

use db::sql;

use super::model::{Kind, Letter};
use crate::i18n::Language;
use crate::tests::Town;

#[tokio::test]
async fn a_letter_waits_without_a_link_and_is_forgotten_when_it_is_sent() {
    for town in Town::on_every_engine().await {
        let letter = Letter {
            kind: Kind::Received,
            recipient: "a@b.example".to_owned(),
            language: Language::Swedish,
            subject_id: "some-proposal".to_owned(),
            note: "Vävstugan\r\nBcc: other@b.example".to_owned(),
        };
        let mut tx = town.app.db.write().await.expect("write");
        super::post(&mut tx, &letter, town.app.now()).await.expect("posted");
        tx.commit().await.expect("committed");
        let letters = town.letters_to("a@b.example").await;
        assert_eq!(letters.len(), 1);
        let head = letters[0].split("\n\n").next().expect("a head");
        assert_eq!(head.lines().count(), 2, "what was typed begins no header: {head}");
        let link = town.link_to("a@b.example").await;
        let secret = link.strip_prefix("/sv/ilmoita/").expect("a link in the reader's language");
        let mut tx = town.app.db.read().await.expect("read");
        let keys: Vec<(String, String)> = tx.all(sql("SELECT hash, subject_id FROM letter_keys")).await.expect("read");
        assert_eq!(keys.len(), 1);
        assert_ne!(keys[0].0, secret, "the database does not know the link");
        let waiting: Vec<(String,)> = tx.all(sql("SELECT id FROM letters")).await.expect("read");
        assert!(waiting.is_empty());
    }
}
