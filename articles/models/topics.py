"""Topics, in two levels, mapped to the classes of the State Council's policy library."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.base import Mention, evidence_constraints
from articles.querysets import EntityQuerySet


class Topic(models.Model):
    """A topic, or a group of topics (one without a parent and with children)."""

    name = models.CharField(_("Topic name"), max_length=40, unique=True)
    slug = models.SlugField(_("Address name"), max_length=60, unique=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("Group")
    )
    library_class = models.CharField(_("Class in the State Council library"), max_length=60, blank=True)

    objects = EntityQuerySet.as_manager()

    class Meta:
        verbose_name = _("Topic")
        verbose_name_plural = _("Topics")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


class TopicMention(Mention):
    """A topic of an article, with its score and the words that decided."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="mentions", verbose_name=_("Topic"))
    score = models.FloatField(_("Score"), default=0)
    words = models.JSONField(_("Words that decided"), default=list, blank=True)

    class Meta:
        verbose_name = _("Article's topic")
        verbose_name_plural = _("Articles' topics")
        ordering = ["article_id", "-score"]
        constraints = [
            models.UniqueConstraint(fields=["article", "topic"], name="topic_mention_once"),
            *evidence_constraints("topic_mention"),
        ]

    def __str__(self) -> str:
        return str(self.topic)
