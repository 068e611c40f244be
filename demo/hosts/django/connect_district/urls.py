from django.urls import re_path

from .views import proxy

# All that is below, line breaks too: Django's own answer to another path would be a page.
urlpatterns = [re_path(r"^edlink/([\s\S]*)\Z", proxy)]
