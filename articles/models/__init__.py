"""The portal's models, one file a subject."""

from articles.models.articles import Article, Contributor, Kind, ReviewState
from articles.models.base import LIVE, Level, Status
from articles.models.curation import Edit, OpenQuestion
from articles.models.officials import Official, OfficialMention, Post, Tenure, TenureEvidence
from articles.models.people import PersonMention
from articles.models.places import Place, PlaceMention, PlaceName
from articles.models.policies import Policy, PolicyMention
from articles.models.projects import Project, ProjectFigure, ProjectMention, Stage
from articles.models.quotations import Quotation
from articles.models.sources import DatePrecision, ImportEntry, ImportRun, Newspaper, Page
from articles.models.topics import Topic, TopicMention
from articles.models.visits import Visit, VisitCompanion, VisitStop

__all__ = [
    "LIVE",
    "Article",
    "Contributor",
    "DatePrecision",
    "Edit",
    "ImportEntry",
    "ImportRun",
    "Kind",
    "Level",
    "Newspaper",
    "Official",
    "OfficialMention",
    "OpenQuestion",
    "Page",
    "PersonMention",
    "Place",
    "PlaceMention",
    "PlaceName",
    "Policy",
    "PolicyMention",
    "Post",
    "Project",
    "ProjectFigure",
    "ProjectMention",
    "Quotation",
    "ReviewState",
    "Stage",
    "Status",
    "Tenure",
    "TenureEvidence",
    "Topic",
    "TopicMention",
    "Visit",
    "VisitCompanion",
    "VisitStop",
]
